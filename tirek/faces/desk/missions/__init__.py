"""International missions: what the sourced record says of them, sentence by sentence with its source."""
