"""Benchmarks: each measures something beside a baseline on the same machine, in the same run."""
