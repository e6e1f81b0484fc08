#!/bin/sh
# Run the tests that need Ray and a stand-in for S3, with what these bring along in an environment of its own, below
# build/; $1 is our Python, whose packages are used. Where they cannot be installed, say so.
set -eu
python=$1 folder=build/cluster

if ! [ -f "$folder/ready" ]; then
    "$python" -m venv --clear --without-pip "$folder"
    site="import sysconfig; print(sysconfig.get_path('purelib'))"
    "$python" -c "$site" > "$("$folder/bin/python" -c "$site")/main.pth"
    "$python" -m pip --disable-pip-version-check --python "$folder/bin/python" install --quiet \
        'ray[data]>=2.51' 'moto[server]>=5.0' 2>/dev/null || {
        echo "The tests on a cluster were not run: Ray cannot be installed. Try: pip install 'ray[data]' 'moto[server]'" >&2
        exit 0
    }
    touch "$folder/ready"
fi
status=0
# Ray's workers would give way to whatever else the machine does.
RAY_worker_niceness=0 OMP_NUM_THREADS=1 PYTHONPATH=. timeout -k 10 600 "$folder/bin/python" -m pytest \
    tests/pipeline/test_cluster.py tests/pipeline/test_across.py tests/pipeline/test_stores.py || status=$?
if [ "$status" -eq 124 ] || [ "$status" -eq 137 ]; then
    echo "The tests on a cluster were not run to their end: Ray takes too long to start here." >&2
    exit 0
fi
exit "$status"
