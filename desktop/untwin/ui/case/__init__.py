"""The pane of one case: why it is what it is, its documents side by side, its advice and its time line."""
