# What counts a program's allocations for its guards: linked by who wants that, beside the runtime.
#   assay::allocation         stands in the place of malloc, in programs that are linked dynamically
#   assay::allocation_static  the same where everything is linked statically, by the linker's --wrap
# The option -u takes it out of its archive: nothing but the runtime's weak reference asks for it.
function(assay_add_allocation name exported)
  add_library(${name} STATIC src/allocation/calls.cpp src/allocation/counters.cpp)
  add_library(assay::${exported} ALIAS ${name})
  set_target_properties(${name} PROPERTIES
    EXPORT_NAME ${exported} CXX_STANDARD 17 CXX_STANDARD_REQUIRED ON CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON
    CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON UNITY_BUILD OFF)
  # The compiler knows what malloc does, and these are to do something else.
  target_compile_options(${name} PRIVATE -fno-exceptions -fno-rtti -fno-threadsafe-statics -fno-builtin)
  if(ASSAY_SANITIZE)
    target_compile_options(${name} PRIVATE -fno-sanitize=all)
  endif()
  target_compile_definitions(${name} PRIVATE _GNU_SOURCE)
  target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/lib")
  target_link_libraries(${name} PUBLIC assay_runtime PRIVATE "$<BUILD_INTERFACE:assay_options>")
  target_link_options(${name} INTERFACE "LINKER:-u,assay_v1_allocation_counters")
endfunction()

assay_add_allocation(assay_allocation allocation)
target_link_libraries(assay_allocation PUBLIC ${CMAKE_DL_LIBS})
assay_add_allocation(assay_allocation_static allocation_static)
target_compile_definitions(assay_allocation_static PRIVATE ASSAY_ALLOCATION_WRAPPED)
set(ASSAY_WRAP_FLAGS "")
foreach(function malloc calloc realloc free posix_memalign aligned_alloc memalign valloc)
  target_link_options(assay_allocation_static INTERFACE "LINKER:--wrap=${function}")
  string(APPEND ASSAY_WRAP_FLAGS " -Wl,--wrap=${function}")
endforeach()

foreach(package assay-allocation assay-allocation-static)
  configure_file("${PROJECT_SOURCE_DIR}/tools/cmake/${package}.pc.in" "${PROJECT_BINARY_DIR}/package/${package}.pc" @ONLY)
  install(FILES "${PROJECT_BINARY_DIR}/package/${package}.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig"
          COMPONENT runtime)
endforeach()
