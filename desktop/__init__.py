"""The window: widgets render a frozen AppState; the bridge alone owns the engine."""
