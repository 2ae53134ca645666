"""The command line: run, check, demo, ledger, backup, restore. It asks and calls; rules and rows stand below."""
