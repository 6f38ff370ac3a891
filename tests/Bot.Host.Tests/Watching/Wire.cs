using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Bot.Host.Tests.Watching;

/// <summary>Reads protobuf (https://protobuf.dev/programming-guides/encoding/) without its descriptions: fields by number, in order.</summary>
internal static class Wire
{
    public static List<(int Number, object Value)> Fields(ReadOnlySpan<byte> bytes)
    {
        List<(int, object)> fields = [];
        while (!bytes.IsEmpty)
        {
            var key = Varint(ref bytes);
            object value;
            switch (key & 7)
            {
                case 0:
                    value = Varint(ref bytes);
                    break;
                case 1:
                    value = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
                    bytes = bytes[8..];
                    break;
                case 2:
                    var length = (int)Varint(ref bytes);
                    value = bytes[..length].ToArray();
                    bytes = bytes[length..];
                    break;
                case 5:
                    value = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
                    bytes = bytes[4..];
                    break;
                default:
                    throw new InvalidDataException("This is no protobuf.");
            }

            fields.Add(((int)(key >> 3), value));
        }

        return fields;
    }

    public static IEnumerable<byte[]> Messages(this IEnumerable<(int Number, object Value)> fields, int number) => fields.Where(field => field.Number == number).Select(field => (byte[])field.Value);

    public static string Text(this IEnumerable<(int Number, object Value)> fields, int number) => fields.Messages(number).Select(Encoding.UTF8.GetString).LastOrDefault() ?? "";

    public static string Hex(this IEnumerable<(int Number, object Value)> fields, int number) => fields.Messages(number).Select(Convert.ToHexStringLower).LastOrDefault() ?? "";

    public static ulong Number(this IEnumerable<(int Number, object Value)> fields, int number) => fields.Where(field => field.Number == number).Select(field => Convert.ToUInt64(field.Value, CultureInfo.InvariantCulture)).LastOrDefault();

    /// <summary>OpenTelemetry's attributes: <c>KeyValue</c> with an <c>AnyValue</c>.</summary>
    public static Dictionary<string, string> Attributes(this IEnumerable<(int Number, object Value)> fields, int number) => fields.Messages(number)
        .Select(attribute => Fields(attribute))
        .ToDictionary(attribute => attribute.Text(1), attribute => string.Join(',', attribute.Messages(2).Select(Any)), StringComparer.Ordinal);

    public static string Any(byte[] value) => Fields(value) switch
    {
        [(1, byte[] text)] => Encoding.UTF8.GetString(text),
        [(2, ulong yes)] => yes == 1 ? "true" : "false",
        [(3, ulong number)] => ((long)number).ToString(CultureInfo.InvariantCulture),
        [(4, ulong bits)] => BitConverter.UInt64BitsToDouble(bits).ToString(CultureInfo.InvariantCulture),
        [(5, byte[] array)] => string.Join(',', Fields(array).Messages(1).Select(Any)),
        _ => "",
    };

    private static ulong Varint(ref ReadOnlySpan<byte> bytes)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[0];
            bytes = bytes[1..];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
