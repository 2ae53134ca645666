"""`python -m tirek`: the command line."""

import sys

from tirek.project.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
