package org.bnoracle.power;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bnoracle.equations.Arithmetic;
import org.bnoracle.equations.Lists;
import org.bnoracle.operation.Operation;

/**
 * An operation of a text, where it stands when the methods of the equations are put into each other: the calls that lead to
 * it, from the body of the operation on.
 */
record Site(List<Call> calls, Form form) {
  private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private static final String EQUATIONS = Arithmetic.class.getPackageName();
  private static final String BODIES = Operation.class.getPackageName();
  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");

  /** A place in the byte code of a method. */
  record Call(String type, String method, int index) {
    private static Call of(StackWalker.StackFrame frame) {
      return new Call(frame.getDeclaringClass().getSimpleName(), frame.getMethodName(), frame.getByteCodeIndex());
    }

    /** The method, or the one that a lambda stands in. */
    private String source() {
      Matcher lambda = LAMBDA.matcher(method);
      return lambda.matches() ? lambda.group(1) : method;
    }
  }

  /** The site of the operation that is being carried out. */
  static Site here(Form form) {
    List<Call> calls = WALKER.walk(frames -> frames.filter(frame -> isText(frame.getDeclaringClass())).map(Call::of)
        .collect(Collectors.toCollection(ArrayList::new)));
    Collections.reverse(calls);
    return new Site(List.copyOf(calls), form);
  }

  private static boolean isText(Class<?> type) {
    String name = type.getPackageName();
    return name.equals(EQUATIONS) && type != Lists.class && !Arithmetic.class.isAssignableFrom(type)
        && type.getEnclosingClass() != Lists.class || name.equals(BODIES);
  }

  /** The methods of the equations that lead to it, and what it does. */
  String label() {
    List<String> methods = new ArrayList<>();
    calls.stream().filter(call -> call.type.endsWith("Equations") || call.type.endsWith("DoubleBackward")).map(Call::source)
        .filter(method -> methods.isEmpty() || !methods.get(methods.size() - 1).equals(method)).forEach(methods::add);
    return String.join(" › ", methods) + ": " + form.notation();
  }
}
