#pragma once

// Named defects and kill points: the negative controls of the tests (RELIABILITY.md section 3).
// Only a build with -DDEFECTS=ON holds them; elsewhere the macros vanish with their names.
//
// DEFECT=<name> in the environment switches one defect on. KILL_AT=<name>[:<n>] ends the process by
// SIGKILL when the point is passed for the n-th time; each prepared statement has the points
// "before <name>" and "after <name>".

#ifdef SKPBOT_DEFECTS

#include <string_view>

namespace storage {
bool has_defect(std::string_view name);
void pass_kill_point(std::string_view name);
}  // namespace storage

#define SKPBOT_DEFECT(name) ::storage::has_defect(name)
#define SKPBOT_KILL_POINT(name) ::storage::pass_kill_point(name)

#else

#define SKPBOT_DEFECT(name) false
#define SKPBOT_KILL_POINT(name) static_cast<void>(0)

#endif
