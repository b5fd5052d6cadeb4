"""The whole main job without a window: a stand-in for the person plays every scenario, the server's books judge."""
