# Finds LLVM and Clang of ASSAY_LLVM_VERSION and offers them as one target, assay_clang. Linked statically where the
# archives are there (the program starts in a few milliseconds instead of twenty and stands alone); else libclang-cpp.
option(ASSAY_STATIC_CLANG "Link LLVM and Clang statically when their archives are installed" ON)

find_package(Clang CONFIG QUIET
  HINTS "/usr/lib/llvm-${ASSAY_LLVM_VERSION}/lib/cmake/clang" "$ENV{LLVM_ROOT}/lib/cmake/clang"
  NO_SYSTEM_ENVIRONMENT_PATH NO_CMAKE_SYSTEM_PATH)
if(NOT Clang_FOUND)
  find_package(Clang CONFIG QUIET)
endif()
if(NOT Clang_FOUND OR NOT LLVM_VERSION_MAJOR EQUAL ASSAY_LLVM_VERSION)
  set(v ${ASSAY_LLVM_VERSION})
  message(FATAL_ERROR
    "Clang ${v} was not found as a CMake package (found: '${LLVM_VERSION}').\n"
    "On Debian and Ubuntu:  apt-get install llvm-${v}-dev libclang-${v}-dev clang-${v} libzstd-dev zlib1g-dev\n"
    "Elsewhere: set Clang_DIR to the folder of ClangConfig.cmake, or ASSAY_LLVM_VERSION to the version you have.")
endif()

set(ASSAY_CLANG_RESOURCE_FOLDER "${LLVM_LIBRARY_DIR}/clang/${LLVM_VERSION_MAJOR}" CACHE PATH
    "Folder of Clang's builtin headers (the one that holds include/stddef.h)")

# The builtin headers are installed beside the program, which looks for them there first. ASSAY_INSTALLED_CLANG is the
# place in the prefix, ASSAY_CLANG_BESIDE the way there from the program's folder. Their licence, which is also ours, goes
# with them, and the distribution's list of copyrights where there is one.
set(ASSAY_INSTALLED_CLANG "${CMAKE_INSTALL_LIBDIR}/assay/clang/${LLVM_VERSION_MAJOR}")
file(RELATIVE_PATH ASSAY_CLANG_BESIDE "/prefix/${CMAKE_INSTALL_BINDIR}" "/prefix/${ASSAY_INSTALLED_CLANG}")
install(DIRECTORY "${ASSAY_CLANG_RESOURCE_FOLDER}/include/" DESTINATION "${ASSAY_INSTALLED_CLANG}/include"
        COMPONENT program)
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${ASSAY_INSTALLED_CLANG}" COMPONENT program)
install(FILES "/usr/share/doc/libclang-common-${LLVM_VERSION_MAJOR}-dev/copyright"
        DESTINATION "${ASSAY_INSTALLED_CLANG}" COMPONENT program OPTIONAL)

# The archives that `roots` need, found by walking what the package exported; LLVM's own are added as components.
function(assay_clang_archives roots result)
  set(queue ${roots})
  set(seen "")
  while(queue)
    list(POP_FRONT queue library)
    if(library IN_LIST seen OR NOT library MATCHES "^clang" OR NOT TARGET ${library})
      continue()
    endif()
    list(APPEND seen ${library})
    get_target_property(needs ${library} INTERFACE_LINK_LIBRARIES)
    if(needs)
      list(APPEND queue ${needs})
    endif()
  endwhile()
  set(${result} ${seen} PARENT_SCOPE)
endfunction()

assay_clang_archives("clangTooling;clangIndex;clangFrontend;clangLex;clangAST;clangBasic" assay_clang_libraries)
set(assay_clang_static ${ASSAY_STATIC_CLANG})
foreach(library IN LISTS assay_clang_libraries)
  get_target_property(type ${library} TYPE)
  if(NOT EXISTS "${LLVM_LIBRARY_DIR}/lib${library}.a" OR NOT type STREQUAL "STATIC_LIBRARY")
    set(assay_clang_static OFF)
  endif()
endforeach()

add_library(assay_clang INTERFACE)
target_include_directories(assay_clang SYSTEM INTERFACE ${LLVM_INCLUDE_DIRS} ${CLANG_INCLUDE_DIRS})
target_link_options(assay_clang INTERFACE LINKER:--as-needed)
if(assay_clang_static)
  list(TRANSFORM assay_clang_libraries REPLACE "(.+)" "${LLVM_LIBRARY_DIR}/lib\\1.a" OUTPUT_VARIABLE archives)
  set(components LLVMOption LLVMSupport LLVMFrontendOpenMP LLVMTargetParser LLVMWindowsDriver LLVMBitstreamReader
                 LLVMProfileData LLVMCore)
  if(TARGET LLVMPlugins)  # since 22
    list(APPEND components LLVMPlugins)
  endif()
  # What LLVM needs of others is built in as well where it can be: lld uses what it reads first.
  set(built_in "")
  foreach(name z zstd)
    find_library(ASSAY_ARCHIVE_${name} NAMES lib${name}.a)
    mark_as_advanced(ASSAY_ARCHIVE_${name})
    if(ASSAY_ARCHIVE_${name})
      list(APPEND built_in "${ASSAY_ARCHIVE_${name}}")
    endif()
  endforeach()
  target_link_libraries(assay_clang INTERFACE ${built_in} "$<LINK_GROUP:RESCAN,${archives}>" ${components})
else()
  target_link_libraries(assay_clang INTERFACE clang-cpp LLVM)
endif()
message(STATUS "Clang ${LLVM_VERSION}, static: ${assay_clang_static}, builtin headers: ${ASSAY_CLANG_RESOURCE_FOLDER}")
