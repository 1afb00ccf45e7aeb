# One interface target with every compiler flag; each library of the project links it.
add_library(skpbot_flags INTERFACE)
target_compile_options(skpbot_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wformat=2 -Wimplicit-fallthrough -Werror)
target_include_directories(skpbot_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(skpbot_flags INTERFACE SPDLOG_FMT_EXTERNAL)
target_link_libraries(skpbot_flags INTERFACE Threads::Threads)

# Joined sources fit into memory: without collecting garbage, g++ is done 7 to 20 % earlier.
if(SKPBOT_FAST_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(skpbot_flags INTERFACE
    "SHELL:--param ggc-min-expand=1000" "SHELL:--param ggc-min-heapsize=1000000")
endif()

# What the program itself is built with in a release; the tests are not, they compile faster so.
# Source: https://best.openssf.org/Compiler-Hardening-Guides/
add_library(skpbot_hardening INTERFACE)
if(SKPBOT_HARDENING)
  target_compile_options(skpbot_hardening INTERFACE
    -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -D_GLIBCXX_ASSERTIONS -Werror=format-security
    -fstack-clash-protection -fstack-protector-strong -fcf-protection=full
    -ftrivial-auto-var-init=zero -fno-delete-null-pointer-checks -fno-strict-overflow
    -fno-strict-aliasing -fPIE)
  target_link_options(skpbot_hardening INTERFACE
    -pie -Wl,-z,relro,-z,now,-z,noexecstack,-z,nodlopen,--as-needed)
  set(CMAKE_CXX_FLAGS_RELEASE "-O2")
endif()

# skpbot_precompile(<target> <header>...): the headers that most sources of a target include, parsed
# once. A preset without it (debug) shows a source that forgets an include.
function(skpbot_precompile target)
  if(SKPBOT_FAST_BUILD)
    target_precompile_headers(${target} PRIVATE
      <algorithm> <array> <chrono> <functional> <map> <memory> <optional> <span> <string>
      <string_view> <utility> <vector> ${ARGN})
  endif()
endfunction()

# skpbot_join_sources(<target> <most>): so many sources at most are compiled as one, which instantiates
# the templates of Beast and Boost.JSON once for all of them. Two sources of a target may therefore
# not give one name in an unnamed namespace two meanings. Those with named defects are joined with
# each other only: see skpbot_with_defects.
function(skpbot_join_sources target most)
  get_target_property(sources ${target} SOURCES)
  skpbot_with_defects(with_defects ${sources})
  list(REMOVE_ITEM sources ${with_defects})
  set_source_files_properties(${with_defects} PROPERTIES UNITY_GROUP defects)
  set(count 0)
  foreach(source ${sources})
    math(EXPR group "${count} / ${most}")
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group})
    math(EXPR count "${count} + 1")
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${SKPBOT_FAST_BUILD} UNITY_BUILD_MODE GROUP)
endfunction()

# skpbot_with_defects(<variable> <source>...): those that hold a named defect or a kill point. The tests
# compile them again and link them in front of the libraries, which works only if an object has
# either nothing but such sources or none.
function(skpbot_with_defects variable)
  foreach(source ${ARGN})
    if(source MATCHES "\\.cpp$" AND EXISTS ${source})
      file(STRINGS ${source} found REGEX "#include \"storage/defects.hpp\"")
      if(found)
        list(APPEND with_defects ${source})
      endif()
    endif()
  endforeach()
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${ARGN})
  set(${variable} ${with_defects} PARENT_SCOPE)
endfunction()

if(SKPBOT_SANITIZE)
  # TSan does not know fences, which Asio would use here.
  if(SKPBOT_SANITIZE MATCHES "thread")
    add_compile_definitions(BOOST_ASIO_DISABLE_FENCED_BLOCK)
  endif()
  add_compile_options(-fsanitize=${SKPBOT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all -O1)
  # The check of virtual tables reports shared fmt and spdlog, which were built without it.
  add_compile_options(-fno-sanitize=vptr)
  # g++ warns wrongly where the checks hide the flow from it (std::regex); a plain build still says it.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-Wno-maybe-uninitialized -Wno-mismatched-new-delete)
  endif()
  add_link_options(-fsanitize=${SKPBOT_SANITIZE})
endif()
