"""Our index, as the lineage stage uses it."""
import numpy as np
from reuse.ways import Found
class Ours:
    def __init__(self): pass
    def add(self, texts): pass
    def found(self): return Found(np.zeros((0, 2), np.int64), None, {})
