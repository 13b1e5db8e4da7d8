package dev.wingman.screening.forbidden;

import java.util.Locale;

/// The actions that no instruction may ask for, each with the way to mend it.
enum Action {
    FORCE_FLAG("Leave the force flag out, and say what happens when the safe form is refused."),
    RECURSIVE_DELETE("Name the files to delete one by one; a whole tree is never deleted by an instruction."),
    CONTAINER_REMOVAL(
            "Containers, images, volumes and networks are removed by a drill only: use action `drill`, or stop instead."),
    DISK("Disks, partitions and file systems are out of bounds: work on files."),
    GIT_HISTORY_LOSS("Keep what is committed: use a new branch or `git revert`."),
    SQL_DROP("Tables, schemas and databases are not dropped by an instruction: write a migration that a human runs."),
    SQL_TRUNCATE("Delete the rows that are meant, with a WHERE that names them."),
    SQL_DELETE_WITHOUT_WHERE("Give the DELETE a WHERE that names the rows."),
    CLUSTER_DELETE("Cluster resources are not deleted by an instruction: scale down, or roll back."),
    INFRASTRUCTURE_DESTROY(
            "Infrastructure is not destroyed by an instruction: change it, and let a human review the plan."),
    PIPE_TO_SHELL("Save what is downloaded or decoded to a file, check its digest, then run the file."),
    DOCKER_SOCKET("Only the execution gateway may touch the Docker socket: use action `drill`.");

    private final String message;

    Action(String message) {
        this.message = message;
    }

    Found from(Word first, Word last) {
        return new Found(name().toLowerCase(Locale.ROOT).replace('_', '-'), message, first.start(), last.end());
    }
}
