using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddFavourites : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "applications",
                columns: table => new
                {
                    company_id = table.Column<string>(type: "TEXT", nullable: false),
                    client_id = table.Column<string>(type: "TEXT", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_applications", x => new { x.company_id, x.client_id });
                    table.ForeignKey(
                        name: "FK_applications_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "users",
                columns: table => new
                {
                    company_id = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    updated_at = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    email_folded = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_users", x => new { x.company_id, x.id });
                    table.ForeignKey(
                        name: "FK_users_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "favourites_tokens",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    company_id = table.Column<string>(type: "TEXT", nullable: false),
                    user_id = table.Column<string>(type: "TEXT", nullable: true),
                    client_id = table.Column<string>(type: "TEXT", nullable: true),
                    offline = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<string>(type: "TEXT", nullable: true),
                    revoked_at = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_favourites_tokens", x => x.hash);
                    table.ForeignKey(
                        name: "FK_favourites_tokens_applications_company_id_client_id",
                        columns: x => new { x.company_id, x.client_id },
                        principalTable: "applications",
                        principalColumns: new[] { "company_id", "client_id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_favourites_tokens_companies_company_id",
                        column: x => x.company_id,
                        principalTable: "companies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_favourites_tokens_users_company_id_user_id",
                        columns: x => new { x.company_id, x.user_id },
                        principalTable: "users",
                        principalColumns: new[] { "company_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_collections",
                columns: table => new
                {
                    company_id = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    updated_at = table.Column<string>(type: "TEXT", nullable: false),
                    user_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: true),
                    @default = table.Column<bool>(name: "default", type: "INTEGER", nullable: false),
                    @private = table.Column<bool>(name: "private", type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_user_collections", x => new { x.company_id, x.id });
                    table.ForeignKey(
                        name: "FK_user_collections_users_company_id_user_id",
                        columns: x => new { x.company_id, x.user_id },
                        principalTable: "users",
                        principalColumns: new[] { "company_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_collection_items",
                columns: table => new
                {
                    company_id = table.Column<string>(type: "TEXT", nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<string>(type: "TEXT", nullable: false),
                    updated_at = table.Column<string>(type: "TEXT", nullable: false),
                    collection_id = table.Column<string>(type: "TEXT", nullable: false),
                    artwork_id = table.Column<string>(type: "TEXT", nullable: false),
                    rank = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_user_collection_items", x => new { x.company_id, x.id });
                    table.ForeignKey(
                        name: "FK_user_collection_items_items_company_id_artwork_id",
                        columns: x => new { x.company_id, x.artwork_id },
                        principalTable: "items",
                        principalColumns: new[] { "company_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_user_collection_items_user_collections_company_id_collection_id",
                        columns: x => new { x.company_id, x.collection_id },
                        principalTable: "user_collections",
                        principalColumns: new[] { "company_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_applications_client_id",
                table: "applications",
                column: "client_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_favourites_tokens_company_id_client_id",
                table: "favourites_tokens",
                columns: new[] { "company_id", "client_id" });

            migrationBuilder.CreateIndex(
                name: "IX_favourites_tokens_company_id_user_id",
                table: "favourites_tokens",
                columns: new[] { "company_id", "user_id" });

            migrationBuilder.CreateIndex(
                name: "IX_user_collection_items_company_id_artwork_id",
                table: "user_collection_items",
                columns: new[] { "company_id", "artwork_id" });

            migrationBuilder.CreateIndex(
                name: "IX_user_collection_items_company_id_collection_id_artwork_id",
                table: "user_collection_items",
                columns: new[] { "company_id", "collection_id", "artwork_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_user_collection_items_company_id_collection_id_rank_id_artwork_id",
                table: "user_collection_items",
                columns: new[] { "company_id", "collection_id", "rank", "id", "artwork_id" });

            migrationBuilder.CreateIndex(
                name: "IX_user_collections_company_id_user_id",
                table: "user_collections",
                columns: new[] { "company_id", "user_id" },
                unique: true,
                filter: "\"default\"");

            migrationBuilder.CreateIndex(
                name: "IX_user_collections_company_id_user_id_created_at_id",
                table: "user_collections",
                columns: new[] { "company_id", "user_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_users_company_id_email_folded",
                table: "users",
                columns: new[] { "company_id", "email_folded" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "favourites_tokens");

            migrationBuilder.DropTable(
                name: "user_collection_items");

            migrationBuilder.DropTable(
                name: "applications");

            migrationBuilder.DropTable(
                name: "user_collections");

            migrationBuilder.DropTable(
                name: "users");
        }
    }
}
