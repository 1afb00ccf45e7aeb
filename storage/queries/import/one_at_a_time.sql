-- Waits until no other import runs; held until the transaction ends. Two imports of the same new row
-- would give it two numbers. The number of the lock is our own. Nested loops are off for the same time:
-- the planner cannot know how many rows of an import find a partner, guesses one, and is minutes slower.
SELECT pg_advisory_xact_lock(126879268339573),
       set_config('enable_nestloop', 'off', true),
       set_config('jit', 'off', true)
