"""The sample firms: QuickBooks and Clio as real HTTP servers on loopback, to try and to train on."""
