using Domain.Items;
using NUnit.Framework;

namespace Api.Tests.Unit.Domain;

internal sealed class PropertyValueTests
{
    [TestCase(PropertyType.TextField, null, true, PropertyFault.Blank)]
    [TestCase(PropertyType.TextField, null, false, PropertyFault.None)]
    [TestCase(PropertyType.Select, "a", true, PropertyFault.None)]
    [TestCase(PropertyType.Select, "A", false, PropertyFault.NoOption)]
    [TestCase(PropertyType.DateField, "2026-11-28", false, PropertyFault.None)]
    [TestCase(PropertyType.DateField, "2026-11-31", false, PropertyFault.NoDate)]
    [TestCase(PropertyType.DateField, " 2026-11-28", false, PropertyFault.NoDate)]
    [TestCase(PropertyType.DateField, "٢٠٢٦-١١-٢٨", false, PropertyFault.NoDate)]
    [TestCase(PropertyType.Email, "a.b+c@d-e.example", false, PropertyFault.None)]
    [TestCase(PropertyType.Email, "@d.example", false, PropertyFault.NoEmail)]
    [TestCase(PropertyType.Email, "a@.example", false, PropertyFault.NoEmail)]
    [TestCase(PropertyType.Email, "a@example.", false, PropertyFault.NoEmail)]
    [TestCase(PropertyType.Email, "a@example\n", false, PropertyFault.NoEmail)]
    [TestCase(PropertyType.Phone, "(058) 123.45/67", false, PropertyFault.None)]
    [TestCase(PropertyType.Phone, "+31581234567x12", false, PropertyFault.None)]
    [TestCase(PropertyType.Phone, "0581 23 #9", false, PropertyFault.None)]
    [TestCase(PropertyType.Phone, "31+581234567", false, PropertyFault.NoPhone)]
    [TestCase(PropertyType.Phone, "+-() ", false, PropertyFault.NoPhone)]
    [TestCase(PropertyType.TextArea, "anything\n", true, PropertyFault.None)]
    [TestCase(PropertyType.Address, "anywhere", true, PropertyFault.None)]
    public void A_value_is_checked_by_its_type(PropertyType type, string? value, bool isRequired, PropertyFault due) =>
        Assert.That(PropertyValue.Check(type, value, isRequired, ["a", "b"]), Is.EqualTo(due));

    [TestCase(PropertyType.Email, '@')]
    [TestCase(PropertyType.Email, '.')]
    [TestCase(PropertyType.Phone, ' ')]
    [TestCase(PropertyType.Phone, '1')]
    [TestCase(PropertyType.Phone, '-')]
    [CancelAfter(5_000)]
    public void A_long_wrong_value_is_refused_quickly(PropertyType type, char character) =>
        Assert.That(PropertyValue.Check(type, "a@b" + new string(character, 65_000) + "!", false, []), Is.Not.EqualTo(PropertyFault.None));

    [TestCase("Frame size", "frame_size")]
    [TestCase(" Höhe / Länge (cm) ", "hohe_lange_cm")]
    [TestCase("Велосипед", "velosiped")]
    [TestCase("frame_size", "frame_size")]
    [TestCase("!?", "property")]
    public void An_identifier_is_lower_case_with_underscores(string name, string due) => Assert.That(PropertyIdentifier.From(name), Is.EqualTo(due));
}
