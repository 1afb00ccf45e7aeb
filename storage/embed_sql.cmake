# Writes OUTPUT: every queries/<area>/<name>.sql as {"<area>/<name>", text} and every
# migrations/<name>.sql as {"<name>", text}, both sorted by name.
function(table array pattern strip)
  file(GLOB_RECURSE files ${pattern})
  list(SORT files)
  set(rows "")
  foreach(file IN LISTS files)
    file(RELATIVE_PATH name ${ROOT}/${strip} ${file})
    string(REGEX REPLACE "\\.sql$" "" name ${name})
    file(READ ${file} text)
    string(APPEND rows "    {\"${name}\", R\"sql_text(${text})sql_text\"},\n")
  endforeach()
  set(${array} "${rows}" PARENT_SCOPE)
endfunction()

table(queries "${ROOT}/queries/*.sql" queries)
table(migrations "${ROOT}/migrations/*.sql" migrations)
file(WRITE ${OUTPUT}.new "// Made from the .sql files by embed_sql.cmake.
#include \"storage/embedded_sql.hpp\"

namespace storage {
namespace {
constexpr EmbeddedSql kQueries[] = {
${queries}};
constexpr EmbeddedSql kMigrations[] = {
${migrations}};
}  // namespace

std::span<const EmbeddedSql> embedded_queries() { return kQueries; }
std::span<const EmbeddedSql> embedded_migrations() { return kMigrations; }
}  // namespace storage
")
file(COPY_FILE ${OUTPUT}.new ${OUTPUT} ONLY_IF_DIFFERENT)
file(TOUCH ${OUTPUT})
