"""Native HiGHS on an MPS file: python native.py FILE GAP SECONDS [on]; one thread; prints one line of JSON.

SECONDS are those of the processor. `on`: what is found at GAP is noted, and the search goes on until its seconds are out.
"""

import json
import sys
import time

import highspy

path, gap, seconds = sys.argv[1], float(sys.argv[2]), float(sys.argv[3])
goes_on = sys.argv[4:] == ["on"]
# Where the solver does not ask whether to stop, the clock ends it, as late as a busy machine may need.
CLOCK = 5
highs = highspy.Highs()
for name, value in (
    ("output_flag", False),
    ("threads", 1),
    ("parallel", "off"),
    ("mip_rel_gap", 0.0 if goes_on else gap),
    ("time_limit", seconds * CLOCK),
):
    highs.setOptionValue(name, value)
highs.readModel(path)
started = time.process_time()
reached = None


def found(plan, bound):
    return {
        "cpuS": time.process_time() - started,
        "objectiveMusd": plan if abs(plan) < 1e20 else None,
        "boundMusd": bound if abs(bound) < 1e20 else None,
    }


def look(event):
    global reached
    plan, bound = event.data_out.mip_primal_bound, event.data_out.mip_dual_bound
    if reached is None and abs(plan) < 1e20 and plan - bound <= gap * abs(plan):
        reached = found(plan, bound)
    if time.process_time() - started > seconds:
        event.interrupt()


def ask(event):
    if time.process_time() - started > seconds:
        event.interrupt()


highs.cbMipInterrupt.subscribe(look)
highs.cbSimplexInterrupt.subscribe(ask)
highs.run()
info = highs.getInfo()
plan = info.objective_function_value if info.primal_solution_status == 2 else float("inf")
end = found(plan, info.mip_dual_bound)
print(json.dumps({**(reached or end), "end": end} if goes_on else end))
