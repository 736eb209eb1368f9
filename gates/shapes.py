"""What updates look like: the Bot API's types, written down as data.

A field is `name:kind`, with `!` when Telegram always sends it; `[kind]` is an array, `A|B` one of both. Kinds with
a small letter are values, the others types of this table. Source: core.telegram.org/bots/api, version 10.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_FILE: Final = "file_id!:file file_unique_id!:file file_size:number"
_ANSWERED: Final = "poll_id!:id option_ids!:[small] option_persistent_ids!:[id]"
_ORIGIN: Final = "type!:word date!:date"
_PAID: Final = "type!:word"

_TABLE: Final[Mapping[str, str]] = {
    "User": "id!:person is_bot!:bool first_name!:name last_name:name username:username language_code:language "
    "is_premium:bool added_to_attachment_menu:bool can_join_groups:bool supports_inline_queries:bool",
    "Chat": "id!:chat type!:chattype title:name username:username first_name:name last_name:name is_forum:bool "
    "is_direct_messages:bool",
    "MessageEntity": "type!:entity offset!:small length!:small url:url user:User language:language "
    "custom_emoji_id:id",
    "PhotoSize": f"{_FILE} width!:small height!:small",
    "Animation": f"{_FILE} width!:small height!:small duration!:small thumbnail:PhotoSize file_name:name mime_type:mime",
    "Audio": f"{_FILE} duration!:small performer:name title:name file_name:name mime_type:mime thumbnail:PhotoSize",
    "Document": f"{_FILE} thumbnail:PhotoSize file_name:name mime_type:mime",
    "Story": "chat!:Chat id!:number",
    "Video": f"{_FILE} width!:small height!:small duration!:small thumbnail:PhotoSize cover:[PhotoSize] "
    "start_timestamp:number file_name:name mime_type:mime",
    "VideoNote": f"{_FILE} length!:small duration!:small thumbnail:PhotoSize",
    "Voice": f"{_FILE} duration!:small mime_type:mime",
    "Contact": "phone_number!:phone first_name!:name last_name:name user_id:person vcard:name",
    "Dice": "emoji!:emoji value!:small",
    "PollOption": "persistent_id!:id text!:words text_entities:[MessageEntity] voter_count!:small added_by_user:User "
    "added_by_chat:Chat",
    "Poll": "id!:id question!:words question_entities:[MessageEntity] options!:[PollOption] total_voter_count!:small "
    "is_closed!:bool is_anonymous!:bool type!:word allows_multiple_answers!:bool allows_revoting!:bool "
    "correct_option_id:small explanation:words open_period:small close_date:date",
    "ChecklistTask": "id!:small text!:words text_entities:[MessageEntity] completed_by_user:User completion_date:date",
    "Checklist": "title!:name title_entities:[MessageEntity] tasks!:[ChecklistTask] others_can_add_tasks:bool",
    "ChecklistTasksDone": "checklist_message:Message marked_as_done_task_ids:[small]",
    "ChecklistTasksAdded": "checklist_message:Message tasks!:[ChecklistTask]",
    "Location": "latitude!:degrees longitude!:degrees horizontal_accuracy:degrees live_period:small heading:small "
    "proximity_alert_radius:small",
    "Venue": "location!:Location title!:name address!:name foursquare_id:id google_place_id:id",
    "Game": "title!:name description!:words photo!:[PhotoSize] text:words animation:Animation",
    "Sticker": f"{_FILE} type!:word width!:small height!:small is_animated!:bool is_video!:bool thumbnail:PhotoSize "
    "emoji:emoji set_name:name custom_emoji_id:id",
    "WebAppData": "data!:words button_text!:words",
    "ProximityAlertTriggered": "traveler!:User watcher!:User distance!:small",
    "MessageAutoDeleteTimerChanged": "message_auto_delete_time!:small",
    "ChatBoostAdded": "boost_count!:small",
    "BackgroundType": "type!:word document:Document fill:Odd dark_theme_dimming:small",
    "ChatBackground": "type!:BackgroundType",
    "ForumTopicCreated": "name!:name icon_color!:number icon_custom_emoji_id:id",
    "ForumTopicEdited": "name:name icon_custom_emoji_id:id",
    "SharedUser": "user_id!:person first_name:name last_name:name username:username photo:[PhotoSize]",
    "UsersShared": "request_id!:small users!:[SharedUser]",
    "ChatShared": "request_id!:small chat_id!:chat title:name username:username photo:[PhotoSize]",
    "WriteAccessAllowed": "from_request:bool web_app_name:name from_attachment_menu:bool",
    "VideoChatScheduled": "start_date!:date",
    "VideoChatEnded": "duration!:small",
    "VideoChatParticipantsInvited": "users!:[User]",
    "GiveawayCreated": "prize_star_count:small",
    "Giveaway": "chats!:[Chat] winners_selection_date!:date winner_count!:small prize_description:words "
    "country_codes:[language] has_public_winners:bool",
    "GiveawayWinners": "chat!:Chat giveaway_message_id!:number winners_selection_date!:date winner_count!:small "
    "winners!:[User] prize_description:words",
    "GiveawayCompleted": "winner_count!:small giveaway_message:Message unclaimed_prize_count:small",
    "PaidMessagePriceChanged": "paid_message_star_count!:small",
    "DirectMessagePriceChanged": "are_direct_messages_enabled!:bool direct_message_star_count:small",
    "SuggestedPostInfo": "state!:word send_date:date price:Odd",
    "SuggestedPostDeclined": "suggested_post_message:Message comment:words",
    "PaidMedia": f"{_PAID} photo:[PhotoSize] video:Video width:small height:small duration:small",
    "PaidMediaInfo": "star_count!:small paid_media!:[PaidMedia]",
    "Gift": "id!:id sticker!:Sticker star_count!:small publisher_chat:Chat",
    "GiftInfo": "gift!:Gift owned_gift_id:id text:words entities:[MessageEntity] is_private:bool",
    "UniqueGift": "base_name!:name name!:name number!:small model!:Odd symbol!:Odd backdrop!:Odd",
    "UniqueGiftInfo": "gift!:UniqueGift origin!:word owned_gift_id:id",
    "Invoice": "title!:name description!:words start_parameter!:word currency!:word total_amount!:small",
    "ShippingAddress": "country_code!:language state!:name city!:name street_line1!:name street_line2!:name "
    "post_code!:word",
    "OrderInfo": "name:name phone_number:phone email:name shipping_address:ShippingAddress",
    "SuccessfulPayment": "currency!:word total_amount!:small invoice_payload!:words order_info:OrderInfo "
    "telegram_payment_charge_id!:id provider_payment_charge_id!:id",
    "RefundedPayment": "currency!:word total_amount!:small invoice_payload!:words telegram_payment_charge_id!:id",
    "PassportElement": "type!:word data:words phone_number:phone email:name files:[Odd] hash!:word",
    "PassportData": "data!:[PassportElement] credentials!:Odd",
    "InlineKeyboardButton": "text!:words url:url callback_data:data web_app:Odd login_url:Odd",
    "InlineKeyboardMarkup": "inline_keyboard!:[[InlineKeyboardButton]]",
    "OriginOfUser": f"{_ORIGIN} sender_user!:User",
    "OriginOfHidden": f"{_ORIGIN} sender_user_name!:name",
    "OriginOfChat": f"{_ORIGIN} sender_chat!:Chat author_signature:name",
    "OriginOfChannel": f"{_ORIGIN} chat!:Chat message_id!:number author_signature:name",
    "TextQuote": "text!:words entities:[MessageEntity] position!:small is_manual:bool",
    "ExternalReply": "origin!:OriginOfUser|OriginOfHidden|OriginOfChat|OriginOfChannel chat:Chat message_id:number "
    "photo:[PhotoSize] contact:Contact story:Story paid_media:PaidMediaInfo poll:Poll venue:Venue",
    "LinkPreviewOptions": "is_disabled:bool url:url prefer_small_media:bool show_above_text:bool",
    "DirectMessagesTopic": "topic_id!:number user:User",
    "Odd": "type:word name:name text:words value:number rarity_per_mille:small data:words",
    "InaccessibleMessage": "chat!:Chat message_id!:number date!:zero",
    "Message": "message_id!:number date!:date chat!:Chat from:User sender_chat:Chat sender_boost_count:small "
    "sender_business_bot:User message_thread_id:small direct_messages_topic:DirectMessagesTopic "
    "business_connection_id:id forward_origin:OriginOfUser|OriginOfHidden|OriginOfChat|OriginOfChannel "
    "is_topic_message:bool is_automatic_forward:bool reply_to_message:Message external_reply:ExternalReply "
    "quote:TextQuote reply_to_story:Story reply_to_checklist_task_id:small via_bot:User edit_date:date "
    "has_protected_content:bool is_from_offline:bool is_paid_post:bool media_group_id:id author_signature:name "
    "paid_star_count:small sender_tag:name guest_bot_caller_user:User guest_bot_caller_chat:Chat guest_query_id:id "
    "live_photo:Odd reply_to_poll_option_id:small text:written entities:[MessageEntity] link_preview_options:LinkPreviewOptions "
    "suggested_post_info:SuggestedPostInfo effect_id:id animation:Animation audio:Audio document:Document "
    "paid_media:PaidMediaInfo photo:[PhotoSize] sticker:Sticker story:Story video:Video video_note:VideoNote "
    "voice:Voice caption:written caption_entities:[MessageEntity] show_caption_above_media:bool "
    "has_media_spoiler:bool checklist:Checklist contact:Contact dice:Dice game:Game poll:Poll venue:Venue "
    "location:Location new_chat_members:[User] left_chat_member:User chat_owner_left:Odd chat_owner_changed:Odd "
    "new_chat_title:name new_chat_photo:[PhotoSize] delete_chat_photo:bool group_chat_created:bool "
    "supergroup_chat_created:bool channel_chat_created:bool "
    "message_auto_delete_timer_changed:MessageAutoDeleteTimerChanged migrate_to_chat_id:group "
    "migrate_from_chat_id:group pinned_message:Message|InaccessibleMessage invoice:Invoice "
    "successful_payment:SuccessfulPayment refunded_payment:RefundedPayment users_shared:UsersShared "
    "chat_shared:ChatShared gift:GiftInfo unique_gift:UniqueGiftInfo gift_upgrade_sent:GiftInfo "
    "connected_website:url write_access_allowed:WriteAccessAllowed passport_data:PassportData "
    "proximity_alert_triggered:ProximityAlertTriggered boost_added:ChatBoostAdded "
    "chat_background_set:ChatBackground checklist_tasks_done:ChecklistTasksDone "
    "checklist_tasks_added:ChecklistTasksAdded direct_message_price_changed:DirectMessagePriceChanged "
    "forum_topic_created:ForumTopicCreated forum_topic_edited:ForumTopicEdited forum_topic_closed:Nothing "
    "forum_topic_reopened:Nothing general_forum_topic_hidden:Nothing general_forum_topic_unhidden:Nothing "
    "giveaway_created:GiveawayCreated giveaway:Giveaway giveaway_winners:GiveawayWinners "
    "giveaway_completed:GiveawayCompleted managed_bot_created:Odd "
    "paid_message_price_changed:PaidMessagePriceChanged poll_option_added:Odd poll_option_deleted:Odd "
    "suggested_post_approved:Odd suggested_post_declined:SuggestedPostDeclined suggested_post_paid:Odd "
    "suggested_post_refunded:Odd video_chat_scheduled:VideoChatScheduled video_chat_started:Nothing "
    "video_chat_ended:VideoChatEnded video_chat_participants_invited:VideoChatParticipantsInvited "
    "web_app_data:WebAppData reply_markup:InlineKeyboardMarkup",
    "Nothing": "",
    "CallbackQuery": "id!:query from!:User message:Message|InaccessibleMessage inline_message_id:id chat_instance!:id "
    "data:data game_short_name:word",
    "ChatMember": "status!:status user!:User is_anonymous:bool custom_title:name until_date:date is_member:bool "
    "can_be_edited:bool tag:name",
    "ChatInviteLink": "invite_link!:url creator!:User creates_join_request!:bool is_primary!:bool is_revoked!:bool "
    "name:name",
    "ChatMemberUpdated": "chat!:Chat from!:User date!:date old_chat_member!:ChatMember new_chat_member!:ChatMember "
    "invite_link:ChatInviteLink via_join_request:bool",
    "ChatJoinRequest": "chat!:Chat from!:User user_chat_id!:person date!:date bio:words invite_link:ChatInviteLink",
    "PollAnswer": f"{_ANSWERED} voter_chat:Chat user:User",
    "ReactionType": "type!:word emoji:emoji custom_emoji_id:id",
    "MessageReactionUpdated": "chat!:Chat message_id!:number user:User actor_chat:Chat date!:date "
    "old_reaction!:[ReactionType] new_reaction!:[ReactionType]",
    "ReactionCount": "type!:ReactionType total_count!:small",
    "MessageReactionCountUpdated": "chat!:Chat message_id!:number date!:date reactions!:[ReactionCount]",
    "InlineQuery": "id!:query from!:User query!:words offset!:word chat_type:chattype location:Location",
    "ChosenInlineResult": "result_id!:id from!:User query!:words location:Location inline_message_id:id",
    "ShippingQuery": "id!:query from!:User invoice_payload!:words shipping_address!:ShippingAddress",
    "PreCheckoutQuery": "id!:query from!:User currency!:word total_amount!:small invoice_payload!:words "
    "order_info:OrderInfo",
    "PaidMediaPurchased": "from!:User paid_media_payload!:words",
    "BusinessConnection": "id!:id user!:User user_chat_id!:person date!:date rights:Odd is_enabled!:bool",
    "BusinessMessagesDeleted": "business_connection_id!:id chat!:Chat message_ids!:[number]",
    "ChatBoostSource": "source!:word user:User giveaway_message_id:number",
    "ChatBoost": "boost_id!:id add_date!:date expiration_date!:date source!:ChatBoostSource",
    "ChatBoostUpdated": "chat!:Chat boost!:ChatBoost",
    "ChatBoostRemoved": "chat!:Chat boost_id!:id remove_date!:date source!:ChatBoostSource",
    "ManagedBot": "user!:User bot!:User",
}
_UPDATES: Final = (
    "message:Message edited_message:Message channel_post:Message edited_channel_post:Message "
    "business_connection:BusinessConnection business_message:Message edited_business_message:Message "
    "deleted_business_messages:BusinessMessagesDeleted message_reaction:MessageReactionUpdated "
    "message_reaction_count:MessageReactionCountUpdated inline_query:InlineQuery "
    "chosen_inline_result:ChosenInlineResult callback_query:CallbackQuery shipping_query:ShippingQuery "
    "pre_checkout_query:PreCheckoutQuery purchased_paid_media:PaidMediaPurchased poll:Poll poll_answer:PollAnswer "
    "my_chat_member:ChatMemberUpdated chat_member:ChatMemberUpdated chat_join_request:ChatJoinRequest "
    "chat_boost:ChatBoostUpdated removed_chat_boost:ChatBoostRemoved managed_bot:ManagedBot "
    "thought_transferred:Odd"  # and one that Telegram does not have yet
)


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    kind: str
    needed: bool


def _fields(told: str) -> tuple[Field, ...]:
    parts = (field.partition(":") for field in told.split())
    return tuple(Field(name.rstrip("!"), kind, name.endswith("!")) for name, _, kind in parts)


TYPES: Final[Mapping[str, tuple[Field, ...]]] = {name: _fields(told) for name, told in _TABLE.items()}
KINDS: Final[Mapping[str, str]] = {field.name: field.kind for field in _fields(_UPDATES)}
