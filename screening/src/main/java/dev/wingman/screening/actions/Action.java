package dev.wingman.screening.actions;

import java.util.Locale;

import dev.wingman.screening.shell.Word;

/// The actions that no instruction may ask for, each with the way to mend it.
public enum Action {
    FORCE_FLAG("Leave the force flag out, and say what happens when the safe form is refused."),
    RECURSIVE_DELETE("Name the files to delete one by one; a whole tree is never deleted by an instruction."),
    FILE_OVERWRITE(
            "Write to files of the task only: no truncating by pattern, nothing of the system's own configuration."),
    CONTAINER_REMOVAL(
            "Containers, images, volumes and networks are removed by a drill only: use action `drill`, or stop instead."),
    DISK("Disks, partitions and file systems are out of bounds: work on files."),
    GIT_HISTORY_LOSS("Keep what is committed: use a new branch or `git revert`."),
    SQL_DROP("Tables, schemas and databases are not dropped by an instruction: write a migration that a human runs."),
    SQL_TRUNCATE("Delete the rows that are meant, with a WHERE that names them."),
    SQL_DELETE_WITHOUT_WHERE("Give the DELETE a WHERE that names the rows."),
    SQL_UPDATE_WITHOUT_WHERE("Give the UPDATE a WHERE that names the rows."),
    CLUSTER_DELETE("Cluster resources are not deleted by an instruction: scale down, or roll back."),
    INFRASTRUCTURE_DESTROY(
            "Infrastructure is not destroyed by an instruction: change it, and let a human review the plan."),
    NETWORK_CHANGE("Firewall, routes and interfaces stay as they are: describe the change, and let a human make it."),
    ACCOUNT_CHANGE(
            "Users, groups, permissions and keys stay as they are: name the access that is missing, and ask for it."),
    SYSTEM_CHANGE("The host and its services stay as they are: restart the one service that is meant, or ask a human."),
    AUDIT_DISABLE("Audit, checks, logs and Wingman itself keep running, and rules are kept: leave this step out."),
    SECRET_EXPOSURE("Secrets stay where they are: name the reference, and let the program read it that needs it."),
    PIPE_TO_SHELL("Save what is downloaded or decoded to a file, check its digest, then run the file."),
    DOCKER_SOCKET("Only the execution gateway may touch the Docker socket: use action `drill`."),
    UNREADABLE_COMMAND(
            "Nobody can tell what this would run: close every quote, and write the program's name and its arguments out.");

    private final String message;

    Action(String message) {
        this.message = message;
    }

    public String rule() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String message() {
        return message;
    }

    /// An offence from one word to another.
    public Offence from(Word first, Word last) {
        return new Offence(this, first.start(), Math.max(first.end(), last.end()));
    }
}
