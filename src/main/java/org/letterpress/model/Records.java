package org.letterpress.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records as bytes, and the same records again: their components one after the other, by the types
 * that they declare. Those may be numbers, strings, days, enums and records, what may be there or
 * not, and lists, sets and maps of such. A string that comes again is written once. The bytes are
 * for the program that has written them; another build may have other components.
 */
public final class Records {

  /** Where they are written, and which strings have been. */
  private static final class Out {
    private final DataOutputStream data;
    private final Map<String, Integer> strings = new HashMap<>();

    private Out(OutputStream to) {
      this.data = new DataOutputStream(to);
    }

    private void string(String text) throws IOException {
      Integer known = strings.putIfAbsent(text, strings.size());
      data.writeInt(known == null ? strings.size() - 1 : known);
      if (known == null) {
        bytes(text.getBytes(UTF_8));
      }
    }

    private void bytes(byte[] all) throws IOException {
      data.writeInt(all.length);
      data.write(all);
    }

    private void all(Collection<?> values, Form form) throws IOException {
      data.writeInt(values.size());
      for (Object value : values) {
        form.write.to(this, value);
      }
    }
  }

  /** Where they are read, and which strings have been. */
  private static final class In {
    private final DataInputStream data;
    private final List<String> strings = new ArrayList<>();

    private In(byte[] bytes) {
      this.data = new DataInputStream(new ByteArrayInputStream(bytes));
    }

    private String string() throws IOException {
      int number = data.readInt();
      if (number == strings.size()) {
        strings.add(new String(bytes(), UTF_8));
      }
      return strings.get(number);
    }

    private byte[] bytes() throws IOException {
      return data.readNBytes(count(1));
    }

    /** How many values follow, of so many bytes each. */
    private int count(int size) throws IOException {
      int count = data.readInt();
      if (count < 0 || count > data.available() / size) {
        throw new EOFException();
      }
      return count;
    }

    private <C extends Collection<Object>> C all(C values, Form form) throws IOException {
      for (int left = data.readInt(); left > 0; left--) {
        values.add(form.read.from(this));
      }
      return values;
    }
  }

  private interface Write {
    void to(Out out, Object value) throws IOException;
  }

  private interface Read {
    Object from(In in) throws IOException;
  }

  /** How values of one type are written and read. */
  private record Form(Write write, Read read) {}

  private static final Map<Type, Form> FORMS =
      new ConcurrentHashMap<>(
          Map.of(
              String.class,
              new Form((out, value) -> out.string((String) value), In::string),
              int.class,
              new Form((out, value) -> out.data.writeInt((int) value), in -> in.data.readInt()),
              Integer.class,
              new Form((out, value) -> out.data.writeInt((int) value), in -> in.data.readInt()),
              long.class,
              new Form((out, value) -> out.data.writeLong((long) value), in -> in.data.readLong()),
              Long.class,
              new Form((out, value) -> out.data.writeLong((long) value), in -> in.data.readLong()),
              boolean.class,
              new Form(
                  (out, value) -> out.data.writeBoolean((boolean) value),
                  in -> in.data.readBoolean()),
              LocalDate.class,
              new Form(
                  (out, value) -> out.data.writeLong(((LocalDate) value).toEpochDay()),
                  in -> LocalDate.ofEpochDay(in.data.readLong())),
              byte[].class,
              new Form((out, value) -> out.bytes((byte[]) value), In::bytes),
              int[].class,
              new Form(Records::ints, Records::ints),
              long[].class,
              new Form(Records::longs, Records::longs)));

  private Records() {}

  /** The bytes of a record. */
  public static byte[] write(Record record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(record, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory alone
    }
    return bytes.toByteArray();
  }

  /** Writes a record's bytes as they come, without holding all of them. */
  public static void write(Record record, OutputStream to) throws IOException {
    form(record.getClass()).write.to(new Out(to), record);
  }

  /**
   * The record of these bytes.
   *
   * @throws IOException where they are no such record's
   */
  public static <T extends Record> T read(Class<T> type, byte[] bytes) throws IOException {
    try {
      return type.cast(form(type).read.from(new In(bytes)));
    } catch (RuntimeException damaged) {
      throw new IOException(damaged);
    }
  }

  private static Form form(Type type) {
    Form form = FORMS.get(type);
    if (form == null) {
      form =
          type instanceof ParameterizedType of
              ? holder(of.getRawType(), of.getActualTypeArguments())
              : constants((Class<?>) type);
      FORMS.put(type, form);
    }
    return form;
  }

  private static Form constants(Class<?> type) {
    if (!type.isEnum()) {
      return record(type);
    }
    Map<String, Object> byName = new HashMap<>();
    for (Object constant : type.getEnumConstants()) {
      byName.put(((Enum<?>) constant).name(), constant);
    }
    return new Form(
        (out, value) -> out.string(((Enum<?>) value).name()),
        in -> Objects.requireNonNull(byName.get(in.string())));
  }

  private static Form record(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Form[] forms = new Form[components.length];
    Method[] accessors = new Method[components.length];
    for (int i = 0; i < components.length; i++) {
      forms[i] = form(components[i].getGenericType());
      accessors[i] = components[i].getAccessor();
      accessors[i].setAccessible(true);
    }
    Constructor<?> made = constructor(type, components);
    made.setAccessible(true);
    return new Form(
        (out, value) -> {
          for (int i = 0; i < forms.length; i++) {
            forms[i].write.to(out, component(accessors[i], value));
          }
        },
        in -> {
          Object[] values = new Object[forms.length];
          for (int i = 0; i < forms.length; i++) {
            values[i] = forms[i].read.from(in);
          }
          return made(made, values);
        });
  }

  private static Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
    try {
      return type.getDeclaredConstructor(
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e); // every record has it
    }
  }

  private static Object component(Method accessor, Object record) {
    try {
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object made(Constructor<?> constructor, Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Form holder(Type holder, Type[] of) {
    Form first = form(of[0]);
    if (holder == Optional.class) {
      return new Form(
          (out, value) -> {
            out.data.writeBoolean(((Optional<?>) value).isPresent());
            if (((Optional<?>) value).isPresent()) {
              first.write.to(out, ((Optional<?>) value).get());
            }
          },
          in -> in.data.readBoolean() ? Optional.of(first.read.from(in)) : Optional.empty());
    } else if (holder == Map.class) {
      return map(first, form(of[1]));
    }
    boolean set = holder == Set.class;
    return new Form(
        (out, value) -> out.all((Collection<?>) value, first),
        in ->
            set
                ? Collections.unmodifiableSet(in.all(new LinkedHashSet<>(), first))
                : Collections.unmodifiableList(in.all(new ArrayList<>(), first)));
  }

  private static Form map(Form key, Form value) {
    return new Form(
        (out, all) -> {
          out.all(((Map<?, ?>) all).keySet(), key);
          out.all(((Map<?, ?>) all).values(), value);
        },
        in -> {
          List<Object> keys = in.all(new ArrayList<>(), key);
          List<Object> values = in.all(new ArrayList<>(), value);
          Map<Object, Object> all = new LinkedHashMap<>();
          for (int i = 0; i < keys.size(); i++) {
            all.put(keys.get(i), values.get(i));
          }
          return all;
        });
  }

  private static void ints(Out out, Object values) throws IOException {
    longs(out, Arrays.stream((int[]) values).asLongStream().toArray());
  }

  private static int[] ints(In in) throws IOException {
    return Arrays.stream(longs(in)).mapToInt(Math::toIntExact).toArray();
  }

  private static void longs(Out out, Object values) throws IOException {
    out.data.writeInt(((long[]) values).length);
    for (long value : (long[]) values) {
      out.data.writeLong(value);
    }
  }

  private static long[] longs(In in) throws IOException {
    long[] values = new long[in.count(Long.BYTES)];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.data.readLong();
    }
    return values;
  }
}
