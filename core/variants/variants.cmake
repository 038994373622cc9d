# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Core as a package carries it: a shared library for every x86-64 processor, and beside it the same for better ones. The
# loader takes the best that the processor has, by the name of the folder (glibc-hwcaps). Three things keep them apart:
# only the project's own symbols are exported, calls within the library stay within it, and all align matrices alike.
function(gatescope_shared_core target output_directory install_directory)
    set_target_properties(${target} PROPERTIES
        UNITY_BUILD OFF OUTPUT_NAME gatescope_core SOVERSION 0 CXX_VISIBILITY_PRESET default VISIBILITY_INLINES_HIDDEN ON INSTALL_RPATH ""
        LIBRARY_OUTPUT_DIRECTORY ${output_directory} LINK_DEPENDS ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/exports.map)
    target_link_options(${target} PRIVATE -Wl,-Bsymbolic-functions
        -Wl,--version-script=${CMAKE_CURRENT_FUNCTION_LIST_DIR}/exports.map)
    install(TARGETS ${target} LIBRARY DESTINATION ${install_directory} NAMELINK_SKIP)
endfunction()

set(folder ${PROJECT_BINARY_DIR}/core)
gatescope_shared_core(gatescope_numerics ${folder} ${GATESCOPE_LIBRARY_FOLDER})
# hwcaps folders are searched below a RUNPATH, not below the older RPATH.
target_link_options(gatescope_numerics INTERFACE -Wl,--enable-new-dtags)

get_target_property(sources gatescope_numerics SOURCES)
get_target_property(libraries gatescope_numerics LINK_LIBRARIES)
get_target_property(headers gatescope_numerics PRECOMPILE_HEADERS)
foreach(level IN LISTS GATESCOPE_VARIANTS)
    add_library(gatescope_numerics_${level} SHARED ${sources})
    target_include_directories(gatescope_numerics_${level} PRIVATE ${PROJECT_SOURCE_DIR})
    target_link_libraries(gatescope_numerics_${level} PRIVATE ${libraries})
    target_precompile_headers(gatescope_numerics_${level} PRIVATE ${headers})
    target_compile_options(gatescope_numerics_${level} PRIVATE ${GATESCOPE_SIMD_FLAGS_${level}})
    gatescope_shared_core(gatescope_numerics_${level} ${folder}/glibc-hwcaps/x86-64-${level}
        ${GATESCOPE_LIBRARY_FOLDER}/glibc-hwcaps/x86-64-${level})
    # Whoever links core gets all of its variants built.
    add_dependencies(gatescope_numerics gatescope_numerics_${level})
endforeach()
