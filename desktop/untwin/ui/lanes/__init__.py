"""What has to do with time: results of lanes brought to the window, long lists in pieces, work that waits for calm."""
