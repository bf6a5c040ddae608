namespace Domain.Items;

/// <summary>Why a value is not one of a property.</summary>
public enum PropertyFault
{
    None,
    Blank,
    NoDate,
    NoEmail,
    NoPhone,
    NoOption,
}
