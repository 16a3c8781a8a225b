"""Native HiGHS on an MPS file: python native.py FILE GAP SECONDS; one thread; prints one line of JSON."""

import json
import sys
import time

import highspy

path, gap, seconds = sys.argv[1], float(sys.argv[2]), float(sys.argv[3])
highs = highspy.Highs()
for name, value in (
    ("output_flag", False),
    ("threads", 1),
    ("parallel", "off"),
    ("mip_rel_gap", gap),
    ("time_limit", seconds),
):
    highs.setOptionValue(name, value)
highs.readModel(path)
started = time.process_time()
highs.run()
info = highs.getInfo()
has_plan = info.primal_solution_status == 2
print(
    json.dumps(
        {
            "cpuS": time.process_time() - started,
            "objectiveMusd": info.objective_function_value if has_plan else None,
            "boundMusd": info.mip_dual_bound if abs(info.mip_dual_bound) < 1e20 else None,
        }
    )
)
