"""Run every benchmark, or those named: python -m bench [name ...].

A benchmark is a module here with a `main()` that prints what it saw, each figure beside its
baseline, so that it means something on any machine.
"""

import importlib
import pkgutil
import sys
import time

import bench


def main(names: list[str]) -> int:
    """Run the benchmarks; return 2 for a name that is none of them."""
    known = [
        module.name for module in pkgutil.iter_modules(bench.__path__) if module.name != "__main__"
    ]
    runnable = {name: importlib.import_module(f"bench.{name}") for name in known}
    runnable = {name: module for name, module in runnable.items() if hasattr(module, "main")}
    unknown = [name for name in names if name not in runnable]
    if unknown:
        sys.stderr.write(f"No benchmark {', '.join(unknown)}: there is {', '.join(runnable)}.\n")
        return 2
    for name in names or runnable:
        print(f"\n{name}: {runnable[name].__doc__.splitlines()[0]}", flush=True)
        began = time.perf_counter()
        runnable[name].main()
        print(f"({time.perf_counter() - began:.0f} s)")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
