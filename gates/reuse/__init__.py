"""Finding reused text: the ways that are measured side by side, and how each is judged against a stream whose copies are known.

ways     each way as a class: add texts, then ask for pairs
truth    what is known of a stream, and a way's pairs and spans against it
stages   the whole of lineage, as the program runs it
coarse   lineage by whole sentences, as it goes for large collections
"""
