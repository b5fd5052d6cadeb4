"""Where the bundle begins: nothing but Untwin's own beginning; `--self-test` looks whether the bundle is whole."""

import sys

if sys.argv[1:] == ["--self-test"]:
    from self_test import main
else:
    from untwin.__main__ import main

sys.exit(main())
