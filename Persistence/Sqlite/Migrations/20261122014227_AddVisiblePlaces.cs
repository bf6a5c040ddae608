using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddVisiblePlaces : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_user_collection_items_company_id_collection_id_rank_id_artwork_id",
                table: "user_collection_items");

            migrationBuilder.AddColumn<string>(
                name: "user_id",
                table: "user_collection_items",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "visible",
                table: "user_collection_items",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.Sql(
                """
                UPDATE user_collection_items SET
                    visible = EXISTS (
                        SELECT 1 FROM items WHERE items.company_id = user_collection_items.company_id AND items.id = user_collection_items.artwork_id
                        AND items.archived = 0 AND items.show_in_store = 1),
                    user_id = (
                        SELECT user_id FROM user_collections collection
                        WHERE collection.company_id = user_collection_items.company_id AND collection.id = user_collection_items.collection_id)
                """);

            migrationBuilder.CreateIndex(
                name: "IX_user_collection_items_company_id_collection_id_rank_id_visible",
                table: "user_collection_items",
                columns: new[] { "company_id", "collection_id", "rank", "id", "visible" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_user_collection_items_company_id_collection_id_rank_id_visible",
                table: "user_collection_items");

            migrationBuilder.DropColumn(
                name: "user_id",
                table: "user_collection_items");

            migrationBuilder.DropColumn(
                name: "visible",
                table: "user_collection_items");

            migrationBuilder.CreateIndex(
                name: "IX_user_collection_items_company_id_collection_id_rank_id_artwork_id",
                table: "user_collection_items",
                columns: new[] { "company_id", "collection_id", "rank", "id", "artwork_id" });
        }
    }
}
