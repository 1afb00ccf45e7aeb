-- Makes this session the only one that polls, until it ends. The number is our own: "poller" in ASCII.
SELECT pg_try_advisory_lock(123654837102962)
