"""The number map as a screen: painted, moved over by keys, and the same as tables."""
