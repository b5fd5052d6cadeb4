"""Serves the sample firms: `python -m untwin.sample serve`."""

import argparse
import sys

from untwin.sample import serve


def main() -> int:
    """Reads the arguments and serves."""
    parser = argparse.ArgumentParser(prog="untwin sample", description="The sample firms, to try and to train on.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    serve.add_arguments(commands.add_parser("serve", help="serve the sample firms until interrupted"))
    return serve.run(parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
