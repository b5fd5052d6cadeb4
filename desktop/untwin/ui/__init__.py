"""The window: the only folder with Qt widgets. It shows what the flows found and asks before they write."""
