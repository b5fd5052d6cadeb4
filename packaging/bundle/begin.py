"""Where the bundle begins: nothing but Untwin's own beginning."""

import sys

from untwin.__main__ import main

sys.exit(main())
