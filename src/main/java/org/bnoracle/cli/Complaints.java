package org.bnoracle.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.bnoracle.document.DocumentException;
import org.bnoracle.operation.InvalidCaseException;
import org.bnoracle.subject.SubjectException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What goes wrong, in one line, and the exit code that says whose it is to mend. */
final class Complaints {
  static final int FAILED = 1;
  static final int BAD_INPUT = 2;
  static final int NOT_RUN = 3;
  static final int DEFECT = 4;

  private Complaints() {}

  static int onBadCommandLine(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    command.getErr().printf("bn-oracle: %s (see: %s --help)%n", firstLine(e.getMessage()), command.getCommandSpec().qualifiedName());
    return BAD_INPUT;
  }

  static int onFailure(Exception e, CommandLine command, ParseResult parsed) {
    if (e instanceof DocumentException) {
      return complain(command, BAD_INPUT, e.getMessage());
    }
    if (e instanceof FileSystemException file) {
      return complain(command, BAD_INPUT, file.getFile() + ": " + explain(file));
    }
    if (e instanceof IOException) {
      return complain(command, BAD_INPUT, e.getMessage());
    }
    if (e instanceof InvalidCaseException invalid) {
      return complain(command, BAD_INPUT, invalid.place() + ": " + invalid.getMessage());
    }
    if (e instanceof SubjectException) {
      return complain(command, NOT_RUN, e.getMessage());
    }
    command.getErr().println("bn-oracle: this is a defect in bn-oracle; please report it with what follows");
    e.printStackTrace(command.getErr());
    return DEFECT;
  }

  private static int complain(CommandLine command, int code, String message) {
    command.getErr().println("bn-oracle: " + firstLine(message));
    return code;
  }

  private static String explain(FileSystemException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e.getReason() == null ? "cannot be read or written" : e.getReason();
  }

  private static String firstLine(String message) {
    return message == null ? "unknown reason" : message.lines().findFirst().orElse("");
  }
}
