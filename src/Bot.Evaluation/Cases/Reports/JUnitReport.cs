using System.Globalization;
using System.Text;
using System.Xml;
using Bot.Evaluation.Cases.Running;

namespace Bot.Evaluation.Cases.Reports;

/// <summary>Writes what came of cases as JUnit's XML, which build servers read: a suite for each file, a test for each case and variant.</summary>
/// <seealso href="https://github.com/testmoapp/junitxml"/>
public static class JUnitReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(TestReport report, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        xml.WriteStartElement("testsuites");
        Counts(xml, [.. report.All], report.Elapsed);
        foreach (var file in report.All.GroupBy(result => result.Case.File, StringComparer.Ordinal))
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", Clean(file.Key));
            Counts(xml, [.. file], Sum(file));
            foreach (var result in file)
            {
                WriteCase(xml, result, report.Variants.Length > 1);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, CaseResult result, bool severalVariants)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", Clean(severalVariants ? $"{result.Case.Name} ({result.Variant.Name})" : result.Case.Name));
        xml.WriteAttributeString("classname", Clean(result.Case.File));
        xml.WriteAttributeString("file", Clean(result.Case.File));
        xml.WriteAttributeString("line", result.Case.Line.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("time", Seconds(Sum([result])));
        if (!result.Passed)
        {
            var lines = FailureText.Of(result);
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", Clean(lines[0]));
            xml.WriteString(Clean(string.Join('\n', lines)));
            xml.WriteEndElement();
        }
        else if (result.Skipped)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", Clean(result.Shown.Findings.Select(finding => finding.Found).FirstOrDefault() ?? ""));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Counts(XmlWriter xml, CaseResult[] results, TimeSpan elapsed)
    {
        xml.WriteAttributeString("tests", results.Length.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", results.Count(result => !result.Passed).ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("skipped", results.Count(result => result.Skipped).ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("time", Seconds(elapsed));
    }

    private static TimeSpan Sum(IEnumerable<CaseResult> results) => TimeSpan.FromTicks(results.SelectMany(result => result.Runs).Sum(run => run.Elapsed.Ticks));

    private static string Seconds(TimeSpan elapsed) => elapsed.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    // Articles and models may write what XML cannot carry.
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "\ufffd"));
}
