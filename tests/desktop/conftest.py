"""Windows are drawn off screen unless the caller says where."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
