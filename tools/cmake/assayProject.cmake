# For a project that is not to be touched:
#   cmake -DCMAKE_PROJECT_TOP_LEVEL_INCLUDES=PREFIX/lib/cmake/assay/assayProject.cmake …
# compiles all of its targets with assay's guards. (The package is looked for when the project has been read: it needs a
# language.)
cmake_policy(VERSION 3.24...3.25)
set(ASSAY_INSTRUMENT ON CACHE BOOL "Compile all targets of the project with assay's guards")
function(_assay_find_package folder)
  set(CMAKE_FIND_PACKAGE_TARGETS_GLOBAL ON)
  find_package(assay CONFIG REQUIRED PATHS "${folder}" NO_DEFAULT_PATH)
  _assay_finish("${ASSAY_PROGRAM}")
endfunction()
set_property(GLOBAL PROPERTY assay_later ON)
cmake_language(EVAL CODE "cmake_language(DEFER DIRECTORY [[${CMAKE_SOURCE_DIR}]] CALL _assay_find_package [[${CMAKE_CURRENT_LIST_DIR}]])")
