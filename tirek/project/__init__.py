"""Project: settings, addresses, the server and the command line; the only floor that knows all the others."""
