"""The first minutes: the welcome, and the tour that teaches the keys by using them."""
