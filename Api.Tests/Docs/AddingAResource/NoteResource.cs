using Domain.Collections;
using JsonApi.Definitions;
using Persistence.Writes;

namespace Api.Resources;

/// <summary>A note about a collection.</summary>
internal sealed class NoteResource : ResourceDefinition<Note>
{
    public NoteResource()
        : base("notes", note => note.Id)
    {
        Id.Filter();
        Attribute("created_at", note => note.CreatedAt).Filter();
        Attribute("updated_at", note => note.UpdatedAt).Filter();
        Attribute("text", note => note.Text).Filter().Write();
        Attribute("priority", note => note.Priority).Filter().Write();
        Attribute("collection_id", note => note.CollectionId).Filter().WriteOnce();

        BelongsTo("collection", note => note.Collection, note => note.CollectionId, "collections");

        WrittenBy<NoteWrites, NoteValidator>();

        Offer(Operation.List, "collection");
        Offer(Operation.Fetch, "collection");
        Offer(Operation.Create, "collection");
        Offer(Operation.Update, "collection");
        Offer(Operation.Delete);
    }
}
