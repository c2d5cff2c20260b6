"""Reports put together by happening: what is given, our way, and the ways that one would pick instead.

given    labelled sets beside the project, streams of invented reports, and how groups are judged
ours     lineage, sketches and stories, as the program makes them
words    TF-IDF with one of three ways to group
meaning  vectors of what texts mean, made small, and their dense places
"""
