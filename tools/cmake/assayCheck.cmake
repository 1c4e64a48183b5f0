# assay_add_check(NAME [OPTIONS WORD...]): a target that scans the project with the build's own flags, as far as targets
# have EXPORT_COMPILE_COMMANDS, and holds what it finds against .assay.yaml. It fails where `assay check` does. OPTIONS go
# to that as they are. Part of the package; docs/how-to/gate-in-ci.md shows it.
include_guard(GLOBAL)

function(assay_add_check name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "OPTIONS")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "assay_add_check: what is ${arg_UNPARSED_ARGUMENTS}? Words for `assay check` follow OPTIONS")
  endif()
  get_property(program GLOBAL PROPERTY assay_program)
  if(NOT program)
    message(FATAL_ERROR "assay_add_check: find_package(assay) comes first")
  endif()
  add_custom_target(${name} COMMAND "${program}" check --scan -p "${CMAKE_BINARY_DIR}" ${arg_OPTIONS}
    WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}" USES_TERMINAL VERBATIM COMMENT "Checking AI code against .assay.yaml")
endfunction()
