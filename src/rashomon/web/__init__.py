"""The desk: a local web app on the casebook. Each page is parse, one Casebook call, render.

Imports Flask, so that nothing else of the program should import it before it is asked for.
"""

from rashomon.web.app import create_app

__all__ = ["create_app"]
